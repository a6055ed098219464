import { generate } from 'selfsigned';

export interface Certificate {
	/** PEM */
	key: string;
	/** PEM */
	cert: string;
}

/** A certificate for this machine that has signed itself; clients have to be told to trust it. */
export async function selfSigned(): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{
				name: 'subjectAltName',
				altNames: [
					{ type: 2, value: 'localhost' },
					{ type: 7, ip: '127.0.0.1' },
				],
			},
		],
	});
	return { key, cert };
}
