/**
 * Writes vocabulary.json: `npx tsx test/support/sandbox/data/vocabulary/make.ts`, then prettier.
 *
 * The words are kept as a file because Jest on Node 20 cannot load faker, an ES module, and so that
 * the seeded records stay the same when faker is updated.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { en, Faker } from '@faker-js/faker';

const faker = new Faker({ locale: en, seed: 20250616 });
faker.setDefaultRefDate('2025-06-16T12:00:00Z');

const unique = <T>(count: number, make: () => T): T[] => {
	const found = new Set<T>();
	for (let tries = 0; found.size < count && tries < count * 20; tries++) found.add(make());
	return [...found];
};

const companies = unique(90, () =>
	faker.company.name().replace(/,.*| - .*| (LLC|Inc|Group|and Sons)$/, ''),
).map((name) => ({
	name: `${name} ${faker.helpers.arrayElement(['Ltd', 'Inc', 'Group', 'GmbH', 'and Sons'])}`,
	industry: faker.helpers.arrayElement(['Manufacturing', 'Logistics', 'Retail', 'Energy', 'Media']),
	catchPhrase: faker.company.catchPhrase(),
}));

const places = unique(60, () => faker.location.city()).map((city) => ({
	city,
	street: faker.location.streetAddress(),
	state: faker.location.state(),
	zip: faker.location.zipCode('#####'),
}));

const vocabulary = {
	firstNames: unique(180, () => faker.person.firstName()),
	lastNames: unique(260, () => faker.person.lastName()),
	jobTitles: unique(60, () => faker.person.jobTitle()),
	companies,
	places,
	products: unique(40, () => faker.commerce.productName()),
	needs: unique(60, () => faker.company.buzzNoun()),
	words: unique(60, () => faker.company.buzzAdjective()),
	vehicles: unique(60, () => `${faker.vehicle.manufacturer()} ${faker.vehicle.model()}`),
};

writeFileSync(join(__dirname, 'vocabulary.json'), `${JSON.stringify(vocabulary, null, '  ')}\n`);
