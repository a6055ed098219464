import { Faker, en } from '@faker-js/faker';

const FRAGMENTS = [
	'{',
	'}',
	'(',
	')',
	'[',
	']',
	'"',
	"'",
	';',
	',',
	':',
	'.',
	'=',
	'==',
	'+',
	'-',
	'!',
	'&&',
	'||',
	'//',
	'/*',
	'*/',
	'\n',
	'\\',
	'if',
	'else',
	'for each x in',
	'while',
	'try',
	'catch (e)',
	'return',
	'info',
	'null',
	'true',
	'12.5',
	'zoho.crm.getRelatedRecords',
	'zoho.crm.getOrgVariable("a")',
	'zoho.encryption.sha256(',
	'Collection("a":1)',
	'.insert("k":1)',
	'Orders[ID != 0]',
	'invokeurl',
	'void f(',
	'automation.f(',
	'standalone.main();',
	'map automation.f(List a, String b) { return a; }',
	'Collection("a":1,',
	'.insert("a":1)',
	'List:String()',
	'content type :',
	'parameters:{"select_query":"select id"}',
	'https://www.zohoapis.com/crm/v8/coql',
	'zoho.loginuserid',
	'\u0000',
	'\uD800',
	'“',
	'99999999999999999999',
];
const MOST_EDITS = 6;

/** Makes scripts that are nearly right, reproducibly. */
export class Mutator {
	private readonly random: Faker;

	constructor(
		private readonly scripts: readonly string[],
		seed: number,
	) {
		this.random = new Faker({ locale: en });
		this.random.seed(seed);
	}

	next(): string {
		let script = this.random.helpers.arrayElement(this.scripts);
		const edits = this.random.number.int({ min: 1, max: MOST_EDITS });
		for (let edit = 0; edit < edits; edit += 1) script = this.edited(script);
		return script;
	}

	private edited(script: string): string {
		const [from, to] = this.range(script);
		const part = script.slice(from, to);
		switch (this.random.number.int({ min: 0, max: 5 })) {
			case 0:
				return script.slice(0, from) + script.slice(to);
			case 1:
				return script.slice(0, from) + this.fragment() + script.slice(from);
			case 2:
				return script.slice(0, from) + this.fragment() + script.slice(to);
			case 3:
				return script.slice(0, to) + part + script.slice(to);
			case 4:
				return (
					script.slice(0, from) +
					part.repeat(this.random.number.int({ min: 2, max: 200 })) +
					script.slice(to)
				);
			default:
				return script.slice(0, from) + this.otherPart() + script.slice(from);
		}
	}

	private fragment(): string {
		return this.random.helpers.arrayElement(FRAGMENTS);
	}

	private otherPart(): string {
		const other = this.random.helpers.arrayElement(this.scripts);
		return other.slice(...this.range(other));
	}

	private range(script: string): [from: number, to: number] {
		const from = this.random.number.int({ min: 0, max: script.length });
		const length = this.random.number.int({ min: 0, max: 30 });
		return [from, Math.min(script.length, from + length)];
	}
}
