import { piecesOf, TextBuilder } from '../../values/pieces';
import type { Meter } from '../../values/scriptLimits';
import type { XmlNode } from './tree';

/** An attribute or a text on its own is what an element of its name would be. */
export async function xmlOf(node: XmlNode, meter: Meter): Promise<string> {
	const builder = new TextBuilder(meter);
	const escape = async (text: string): Promise<void> => {
		for (const piece of piecesOf(text)) {
			builder.add(escaped(piece));
			if (meter.isDue()) await meter.pause();
		}
	};
	const write = async (part: XmlNode): Promise<void> => {
		if (meter.isDue()) await meter.pause();
		meter.work(1);
		switch (part.kind) {
			case 'document':
				for (const child of part.children) await write(child);
				return;
			case 'attribute':
				builder.add(`<${part.name}>`);
				await escape(part.value);
				return builder.add(`</${part.name}>`);
			case 'text':
				return await escape(part.value);
			case 'element':
				builder.add(`<${part.name}`);
				for (const { name, value } of part.attributes) {
					builder.add(` ${name}="`);
					await escape(value);
					builder.add('"');
				}
				builder.add(part.children.length > 0 ? '>' : '/>');
				for (const child of part.children) await write(child);
				if (part.children.length > 0) builder.add(`</${part.name}>`);
		}
	};
	await write(node);
	return builder.text();
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}
