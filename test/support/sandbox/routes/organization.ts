import type { Call } from '../call';
import { metaId } from '../data/ids';
import { USERS, type User } from '../data/users';
import { errors } from '../errors';
import type { Reply } from '../reply';
import { emptyReply, jsonReply } from '../reply';

/** Who of the users is meant (Zoho: Get Users); the administrators are not in the order of their IDs. */
const TYPES: ReadonlyMap<string, (users: readonly User[]) => readonly User[]> = new Map([
	['AllUsers', everyone],
	['ActiveUsers', everyone],
	['ConfirmedUsers', everyone],
	['ActiveConfirmedUsers', everyone],
	['AdminUsers', administrators],
	['ActiveConfirmedAdmins', administrators],
	['CurrentUser', (users) => users.slice(0, 1)],
	['DeactiveUsers', () => []],
	['NotConfirmedUsers', () => []],
	['DeletedUsers', () => []],
]);

/** Text only, as Zoho keeps numbers of variables. */
const VARIABLES: readonly (readonly [name: string, type: string, value: string])[] = [
	['Discount_Limit', 'integer', '15'],
	['Support_Mail', 'email', 'support@northwind.example'],
];

function everyone(users: readonly User[]): readonly User[] {
	return users;
}

function administrators(users: readonly User[]): readonly User[] {
	return users.filter(({ isAdministrator }) => isAdministrator);
}

/** GET /users?type= (Zoho: Get Users); the first user is who asks. */
export function users(call: Call): Reply {
	if (!call.scopes.readsUsers()) throw errors.scopeMismatch();
	const { type } = call.request.query;
	const select = type === undefined ? undefined : TYPES.get(type);
	if (select === undefined) throw errors.invalidParam('type', [...TYPES.keys()]);
	const found = select(USERS);
	if (found.length === 0) return emptyReply(204);
	const info = { per_page: 200, count: found.length, page: 1, more_records: false };
	return jsonReply(200, { users: found.map(userMeta), info });
}

function userMeta(user: User) {
	const [first = '', last = ''] = user.name.split(' ');
	return {
		id: user.id,
		full_name: user.name,
		first_name: first,
		last_name: last,
		email: user.email,
		status: 'active',
		confirm: true,
	};
}

/** GET /settings/variables (Zoho: Get Variables). */
export function variables(call: Call): Reply {
	if (!call.scopes.readsSettings('variables')) throw errors.scopeMismatch();
	const group = { id: metaId('layout', 'General'), api_name: 'General' };
	return jsonReply(200, {
		variables: VARIABLES.map(([name, type, value]) => ({
			id: metaId('field', name),
			api_name: name,
			name: name.replace('_', ' '),
			description: null,
			type,
			variable_group: group,
			value,
		})),
	});
}
