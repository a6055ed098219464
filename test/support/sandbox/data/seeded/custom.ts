import type { DatasetBuilder } from '../builder';
import { USERS } from '../users';
import type { KnownRecord } from './leads';
import { parentOf } from './related';

const AMOUNTS = [119.5, 0.1, 0.2, null, 1_250, 74.35, 12];
const POD_OWNERS = 3;

/** A settlement whose items have amounts. */
export function addSettlement(builder: DatasetBuilder): KnownRecord {
	const row = builder.add('BV_Abrechnungen', {
		Name: 'Abrechnung 2025-05',
		Monat: '2025-05',
		Abgerechnet_Am: '2025-06-02',
	});
	const settlement = parentOf('BV_Abrechnungen', row, 'Name');
	const items = AMOUNTS.map((amount, index) =>
		builder.add('BV_Abrechnung_Positionen', {
			Name: `Position ${index + 1}`,
			Betrag: amount,
			Menge: index + 1,
			BV_Abrechnung: { name: settlement.name, id: settlement.id },
		}),
	);
	builder.relate(settlement.module, settlement.id, 'BV_Abrechnung_Positionen', ...items);
	return { ...settlement, counts: { BV_Abrechnung_Positionen: items.length } };
}

/** A team; the rows of its list of owners link it with a user each. */
export function addPod(builder: DatasetBuilder): KnownRecord {
	const row = builder.add('IEB_PODS', { Name: 'North team', Region: 'North' });
	const pod = parentOf('IEB_PODS', row, 'Name');
	const owners = USERS.slice(0, POD_OWNERS).map(({ name, id }) =>
		builder.add('Owners_X_IEB_PODS', {
			Owners: { name, id },
			IEB_PODS: { name: pod.name, id: pod.id },
		}),
	);
	builder.relate(pod.module, pod.id, 'Owners16', ...owners);
	return { ...pod, counts: { Owners16: owners.length } };
}
