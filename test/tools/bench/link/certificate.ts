import { generate } from 'selfsigned';

export interface Certificate {
	/** PEM */
	key: string;
	/** PEM */
	cert: string;
}

/**
 * A certificate for this machine that has signed itself; clients have to be told to trust it.
 * @param hosts names of servers, beside the loopback address
 */
export async function selfSigned(hosts: readonly string[] = ['localhost']): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{
				name: 'subjectAltName',
				altNames: [
					...hosts.map((value) => ({ type: 2 as const, value })),
					{ type: 7, ip: '127.0.0.1' },
				],
			},
		],
	});
	return { key, cert };
}
