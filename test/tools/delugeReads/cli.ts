import { hasEmptyQuery, hasEmptyRecord, suggestionOf } from '../../support/corpus/reads';
import { corpus } from '../../support/corpus/scripts';

/** Prints how much of what the scripts of the corpus read can be said in nodes. */
function main(): void {
	const lines: string[] = [];
	let reads = 0;
	let remarks = 0;
	let open = 0;
	for (const [name, script] of corpus) {
		const suggestion = suggestionOf(script);
		reads += suggestion.nodes.length;
		remarks += suggestion.remarks.length;
		for (const node of suggestion.nodes) {
			const isOpen = hasEmptyRecord(node) || hasEmptyQuery(node);
			if (!isOpen) continue;
			open += 1;
			const what = hasEmptyRecord(node) ? 'record' : 'query';
			lines.push(`${name}, line ${node.line}: the ${what} is left open`);
		}
	}
	console.log(`${corpus.size} scripts, ${reads} reads with a node, ${open} of them left open:`);
	console.log(lines.map((line) => `  ${line}`).join('\n'));
	console.log(`${remarks} tasks without a node, each named in a remark.`);
}

main();
