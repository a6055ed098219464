import {
	about,
	invalidParameter,
	ZohoError,
} from '../../../nodes/ZohoCrmRelatedRecords/helpers/zohoError';
import { rejected } from '../../support/caught';

const failure = { code: 'NO_PERMISSION', message: 'You may not', resolution: 'Ask' };
const leads = { module: 'Leads', recordId: '1' };

describe('ZohoError', () => {
	it('has a value for everything an error item shows', () => {
		const error = new ZohoError(failure);
		expect(error).toBeInstanceOf(Error);
		expect({ ...error, message: error.message }).toEqual({
			name: 'ZohoError',
			...failure,
			httpStatusCode: null,
			details: {},
			subject: {},
		});
	});

	it('keeps status, details and subject', () => {
		const details = { permissions: ['Crm_Implied_View_Leads'] };
		const error = new ZohoError({ ...failure, httpStatusCode: 403, details, subject: leads });
		expect(error).toMatchObject({ httpStatusCode: 403, details, subject: leads });
	});

	it('has no cause: a caught request error would hold the access token', () => {
		expect(new ZohoError(failure).cause).toBeUndefined();
	});

	it('is told of another subject, in a copy', () => {
		const details = { resource_path_index: 2 };
		const error = new ZohoError({ ...failure, httpStatusCode: 400, details, subject: leads });
		const told = error.about({ recordId: '2', relatedList: 'Notes' });
		expect(told).toMatchObject({ ...failure, httpStatusCode: 400, details });
		expect(told.subject).toEqual({ module: 'Leads', recordId: '2', relatedList: 'Notes' });
		expect(error.subject).toEqual(leads);
	});

	it('stays without a status when told of a subject', () => {
		expect(new ZohoError(failure).about(leads).httpStatusCode).toBeNull();
	});
});

describe('invalidParameter', () => {
	it('names the parameter as shown and as stored', () => {
		const error = invalidParameter('modifiedSince', 'is empty', 'Fill it in.');
		expect(error).toMatchObject({
			code: 'INVALID_PARAMETER',
			message: "Parameter 'Modified Since' is empty",
			resolution: 'Fill it in.',
			details: { parameter: 'modifiedSince' },
			httpStatusCode: null,
		});
	});
});

describe('about', () => {
	it('gives what the step gives', async () => {
		await expect(about(leads, async () => 7)).resolves.toBe(7);
	});

	it('tells failures of the subject as it is when they come', async () => {
		const subject: { module?: string; relatedList?: string } = {};
		const step = async () => {
			subject.module = 'Leads';
			throw new ZohoError({ ...failure, subject: { module: 'Deals', recordId: '5' } });
		};
		const error = await rejected(about(subject, step));
		expect(error.subject).toEqual({ module: 'Leads', recordId: '5' });
	});

	it('leaves other errors alone', async () => {
		const other = new TypeError('no');
		await expect(
			about(leads, async () => {
				throw other;
			}),
		).rejects.toBe(other);
	});
});
