import { shown } from '../../helpers/shown';
import type { JsonValue } from '../../helpers/types';
import { runtimeFault, UnknownValue } from '../values/fault';
import type { Value } from '../values/value';
import type { Session } from './session';

/**
 * A variable of the organization (Zoho: Get organization variable): the script's own variable of that
 * name, or else what Zoho's API says.
 * @throws UnknownValue where neither knows it
 */
export async function orgVariable([name]: readonly Value[], session: Session): Promise<JsonValue> {
	if (typeof name !== 'string') throw runtimeFault('Argument 1 must be the name of a variable');
	const given = session.environment.variables.get(name);
	const value = given ?? (await session.organization.variable(name));
	if (value !== undefined) return value;
	throw new UnknownValue(
		`The organization variable '${shown(name)}' is not known here`,
		`Add a variable with the name ${shown(name)} under 'Variables', or add the scope ZohoCRM.settings.variables.READ to the credential and check the API name.`,
	);
}
