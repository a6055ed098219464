import { rejected } from '../../../support/caught';
import { runPure } from '../pure';

/** So many that a copy for each of them would be more work than a script may do. */
const COUNT = 12_000;
const EACH = `for each index i in "x".repeat(${COUNT}).toList("")`;

describe('collections grow by one at a time', () => {
	it.each(['l.add(i)', 'l.addAll({i})', 'l.insert(i)', 'l.insertAll({i})'])(
		'a list: %s',
		async (call) => {
			const { returned } = await runPure(`l = List(); ${EACH} { ${call}; } return l.size();`);
			expect(returned).toBe(COUNT);
		},
	);

	it.each([
		'm.put(i,i)',
		'm.putAll({i:i})',
		'm.insert(i:i)',
		'm.insertAll({i:i})',
		'm.update(i,i)',
	])('a map: %s', async (call) => {
		const { returned } = await runPure(`m = Map(); ${EACH} { ${call}; } return m.size();`);
		expect(returned).toBe(COUNT);
	});

	it('a list: elements are replaced one at a time', async () => {
		const source = `l = "x".repeat(${COUNT}).toList(""); ${EACH} { l.update(i,i); } return l.get(${COUNT - 1});`;
		expect((await runPure(source)).returned).toBe(COUNT - 1);
	});

	it.each(['putAll', 'insert', 'insertAll'])(
		'entries that %s takes are work, also where the map has them',
		async (name) => {
			const searched =
				't = "x".repeat(1000000); for each n in "x".repeat(45).toList("") { b = t.contains("y"); }';
			const source = `${searched} m = Map(); ${EACH} { m.put(i,i); } while (true) { m.${name}(m); }`;
			const error = await rejected(runPure(source));
			expect(error).toMatchObject({ code: 'DELUGE_LIMIT' });
			expect(error.message).toContain('too much searching');
		},
	);
});

it.each(['putAll', 'insert', 'insertAll'])(
	'%s says by its own name what is no map',
	async (name) => {
		const error = await rejected(runPure(`m = {"a":1}; m.${name}("b");`));
		expect(error.message).toContain(`Argument 1 of ${name} must be a map, not`);
	},
);
