import { metaId } from './ids';
import type { Value } from './types';

export interface User {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	/** Minutes east of UTC; date-times of records that the user owns carry this offset. */
	readonly offset: number;
	readonly isAdministrator: boolean;
}

const ADMINISTRATORS: readonly string[] = ['Ann Doe', 'Leilani Kane'];

const user = (name: string, offset: number): User => ({
	id: metaId('user', name),
	name,
	email: `${name.toLowerCase().replace(' ', '.')}@northwind.example`,
	offset,
	isAdministrator: ADMINISTRATORS.includes(name),
});

/** The organisation's users, in time zones that lie on different days at the same moment. */
export const USERS: readonly User[] = [
	user('Ann Doe', 120),
	user('Ravi Menon', 330),
	user('Grace Hill', -420),
	user('Tomas Novak', 60),
	user('Leilani Kane', -660),
];

export function userAt(index: number): User {
	const found = USERS[index % USERS.length];
	if (!found) throw new Error('the organisation has no users');
	return found;
}

/** How a record refers to a user. */
export function userReference(user: User): Value {
	return { name: user.name, id: user.id, email: user.email };
}
