import type { JsonObject, JsonValue } from '../../helpers/types';
import { unsupportedFault } from '../values/fault';
import type { Session } from './session';

type Lookup = (user: JsonObject) => JsonValue | undefined;

/**
 * What Zoho knows of the user and the application (Zoho: Zoho variables), by their names in lower
 * case. Users can be looked up; the rest depends on where a script runs.
 */
const VARIABLES: ReadonlyMap<string, Lookup | undefined> = new Map<string, Lookup | undefined>([
	['zoho.loginuserid', (user) => user.email],
	['zoho.loginuser', (user) => user.full_name],
	['zoho.adminuserid', undefined],
	['zoho.adminuser', undefined],
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
 * @throws Fault DELUGE_UNSUPPORTED where it does not
 */
export async function systemVariable(name: string, session: Session): Promise<JsonValue> {
	const valueOf = VARIABLES.get(name.toLowerCase());
	const value =
		valueOf === undefined ? undefined : valueOf(await session.organization.currentUser());
	if (value !== undefined && value !== null) return value;
	throw unsupportedFault(
		`The value of '${name}' is not known here`,
		`Add a variable with the name ${name} under 'Variables'. The user can also be looked up, with the scope ZohoCRM.users.READ.`,
	);
}
