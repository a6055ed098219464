import type { Choices } from '../random';
import vocabulary from '../vocabulary/vocabulary.json';

const NOTE_TITLES = [
	'After the call',
	'Budget',
	'Next steps',
	'Wish list',
	'Decision makers',
	null,
];
const NOTES = [
	'Asked for a quote on {product}, delivery to {city}. Decides within the month.',
	'Compares us with another supplier. What counts for them: {word} {need}.',
	'Budget is approved. {name} has to sign, and is back from leave on Monday.',
	'Was not happy with the last delivery.\nPromised to send a replacement {product} free of charge.',
	'Spoke with {name} about {need}; wants references from the same industry – "naturally".',
	'Moved to {city}. Please use the new address on all papers.',
];
const CALLS = ['Intro call with {name}', 'Follow up on {product}', 'Price talk', 'Check {need}'];
const MEETINGS = ['Demo: {product}', 'Visit in {city}', 'Contract review with {name}', 'Kick-off'];
const TASKS = [
	'Send quote for {product}',
	'Prepare {need} paper',
	'Call back {name}',
	'Send samples',
];

const fill = (template: string, choices: Choices): string =>
	template
		.replace('{product}', choices.pick(vocabulary.products))
		.replace('{city}', choices.pick(vocabulary.places).city)
		.replace('{word}', choices.pick(vocabulary.words))
		.replace('{need}', choices.pick(vocabulary.needs))
		.replace(
			'{name}',
			`${choices.pick(vocabulary.firstNames)} ${choices.pick(vocabulary.lastNames)}`,
		);

export const noteTitle = (choices: Choices): string | null => choices.pick(NOTE_TITLES);
export const noteText = (choices: Choices): string => fill(choices.pick(NOTES), choices);
export const callSubject = (choices: Choices): string => fill(choices.pick(CALLS), choices);
export const meetingTitle = (choices: Choices): string => fill(choices.pick(MEETINGS), choices);
export const taskSubject = (choices: Choices): string => fill(choices.pick(TASKS), choices);
