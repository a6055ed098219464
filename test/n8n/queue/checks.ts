const SHOWN = 3;

/** What should be, told line by line. */
export class Checks {
	private failed = 0;

	/** @param otherwise what is wrong instead; told only then */
	holds(what: string, holds: boolean, otherwise = ''): void {
		if (!holds) this.failed += 1;
		console.log(`  ${holds ? 'ok     ' : 'FAILED '} ${what}${holds ? '' : otherwise}`);
	}

	/** @param exceptions what contradicts it */
	noException(what: string, exceptions: readonly unknown[]): void {
		const some = exceptions.slice(0, SHOWN).map((one) => `\n            ${JSON.stringify(one)}`);
		const otherwise = `. There are ${exceptions.length} exceptions, such as:${some.join('')}`;
		this.holds(what, exceptions.length === 0, otherwise);
	}

	/** @throws Error when something did not hold */
	conclude(): void {
		if (this.failed > 0) throw new Error(`${this.failed} of these did not hold, see FAILED above.`);
	}
}
