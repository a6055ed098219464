/**
 * The scopes of a request that a credential does not hold.
 * @param needed as `ZohoCRM.modules.READ and ZohoCRM.modules.notes.READ`
 * @param held separated by commas or spaces; unset when unknown
 */
export function missingScopes(needed: string, held?: string): string[] {
	const granted = new Set((held ?? '').toLowerCase().split(/[\s,]+/));
	return needed.split(' and ').filter((scope) => !covers(granted, scope.toLowerCase()));
}

/** Zoho: `.ALL` includes `.READ`, and `ZohoCRM.modules.ALL` all that is below it. */
function covers(granted: ReadonlySet<string>, scope: string): boolean {
	const parts = scope.split('.');
	const group = parts.slice(0, 2).join('.');
	const whole = parts.slice(0, -1).join('.');
	return [scope, `${whole}.all`, `${group}.all`].some((name) => granted.has(name));
}
