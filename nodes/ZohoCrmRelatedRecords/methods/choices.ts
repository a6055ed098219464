/** An entry of a drop-down. */
export interface Choice {
	name: string;
	value: string;
}

/** Adds the value to the names that several choices have in common. */
export function distinct<T extends Choice>(choices: readonly T[]): T[] {
	const counts = new Map<string, number>();
	for (const { name } of choices) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
	return choices.map((choice) => {
		const isAlone = counts.get(keyOf(choice.name)) === 1;
		return isAlone ? choice : { ...choice, name: `${choice.name} (${choice.value})` };
	});
}

/** `Leads` and `leads` also look like one name. */
function keyOf(name: string): string {
	return name.trim().toLowerCase();
}
