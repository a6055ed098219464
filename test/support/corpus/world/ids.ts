export const id = (number: number): string => `4876876000020000${number}`;

/** Records that the scripts of the corpus read, with values that are told here and nowhere else. */
export const IDS = {
	/** Has two contacts, three deals, a task, two meetings and a case; the parent of `member`. */
	account: id(101),
	/** One contact, one deal. */
	member: id(102),
	/** Of it nothing is known but its name. */
	bare: id(103),
	lead: id(111),
	secondLead: id(112),
	thirdLead: id(113),
	maja: id(201),
	olof: id(202),
	ines: id(203),
	/** Won, of March 2024. */
	paint: id(301),
	/** Open; has notes, tasks, products and contact roles. */
	refit: id(302),
	/** Has no amount. */
	service: id(303),
	/** Won, of the member account. */
	contract: id(304),
} as const;

export const ANN = {
	name: 'Ann Doe',
	id: '4876876000000651171',
	email: 'ann.doe@northwind.example',
};
export const RAVI = {
	name: 'Ravi Menon',
	id: '4876876000000651172',
	email: 'ravi.menon@northwind.example',
};
export const ACCOUNT = { name: 'Lindqvist Boats', id: IDS.account };
export const MEMBER = { name: 'Ortega Paint', id: IDS.member };
export const MAJA = { name: 'Maja Lindqvist', id: IDS.maja };
export const OLOF = { name: 'Olof Berg', id: IDS.olof };
