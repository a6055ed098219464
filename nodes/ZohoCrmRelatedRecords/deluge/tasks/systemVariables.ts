import type { JsonObject, JsonValue } from '../../helpers/types';
import { UnknownValue } from '../values/fault';
import type { Organization } from './organization';
import type { Session } from './session';

/** The user that a variable speaks of, and what of the user. */
interface Lookup {
	user: (organization: Organization, name: string) => Promise<JsonObject>;
	key: 'email' | 'full_name';
}

const loginUser: Lookup['user'] = async (organization) => await organization.currentUser();
const adminUser: Lookup['user'] = async (organization, name) =>
	await organization.administrator(name);

/**
 * What Zoho knows of the user and the application (Zoho: Zoho variables), by their names in lower
 * case. Users can be looked up; the rest depends on where a script runs.
 */
const VARIABLES: ReadonlyMap<string, Lookup | undefined> = new Map<string, Lookup | undefined>([
	['zoho.loginuserid', { user: loginUser, key: 'email' }],
	['zoho.loginuser', { user: loginUser, key: 'full_name' }],
	['zoho.adminuserid', { user: adminUser, key: 'email' }],
	['zoho.adminuser', { user: adminUser, key: 'full_name' }],
	['zoho.appname', undefined],
	['zoho.appuri', undefined],
	['zoho.ipaddress', undefined],
	['zoho.device.type', undefined],
]);

/** Whether Zoho gives a name its value, which may not be known here. */
export function isSystemVariable(name: string): boolean {
	return VARIABLES.has(name.toLowerCase());
}

/**
 * The value that Zoho would give a name, as far as its API tells.
 * @throws UnknownValue where it does not
 */
export async function systemVariable(name: string, session: Session): Promise<JsonValue> {
	const lookup = VARIABLES.get(name.toLowerCase());
	const user = await lookup?.user(session.organization, name);
	const value = lookup === undefined ? undefined : user?.[lookup.key];
	if (value !== undefined && value !== null) return value;
	const scope =
		lookup === undefined ? '' : ', or add the scope ZohoCRM.users.READ to the credential';
	throw new UnknownValue(
		`The value of '${name}' is not known here`,
		`Add a variable with the name ${name} under 'Variables'${scope}.`,
	);
}
