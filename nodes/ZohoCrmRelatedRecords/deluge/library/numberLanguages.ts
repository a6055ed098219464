type Change = readonly [found: RegExp, put: string];

/** How a language writes numbers. */
export interface NumberLanguage {
	minus: string;
	point: string;
	/** What is between the digits after the point. */
	between: string;
	/**
	 * Rules from the smallest number on, as CLDR has them (Unicode: Rule-Based Number Format). Each
	 * begins with the number from which on it counts, by default the one after the last, perhaps with a
	 * radix other than 10. In it, `<<` is the number of units, whose size is the largest power of the
	 * radix up to that number, and `>>` the rest; `<x<` and `>x>` are these in the form `x`. `[a|b]` is
	 * `a` where there is a rest, and else `b`; `~` is the filler.
	 */
	rules: string;
	/** Changes of what is written before or after something else. */
	forms?: Readonly<Record<string, readonly Change[]>>;
	/** What comes before a rest that is small beside its unit. */
	filler?: (rest: bigint, unit: bigint) => string;
}

const ENGLISH =
	'zero;one;two;three;four;five;six;seven;eight;nine;ten;eleven;twelve;thirteen;fourteen;fifteen;sixteen;seventeen;eighteen;nineteen;20 twenty[->>];30 thirty[->>];40 forty[->>];50 fifty[->>];60 sixty[->>];70 seventy[->>];80 eighty[->>];90 ninety[->>];100 << hundred[ ~>>]';
/** Italian stresses a three at the end of a longer number. */
const ACCENT: Change = [/tre$/, 'tré'];

/** The languages of toWords (Zoho: toWords), by their names in lower case. */
export const NUMBER_LANGUAGES: Readonly<Record<string, NumberLanguage>> = {
	'en-us': {
		minus: 'minus ',
		point: ' point ',
		between: ' ',
		rules: `${ENGLISH};1e3 << thousand[ >>];1e6 << million[ >>];1e9 << billion[ >>];1e12 << trillion[ >>];1e15 << quadrillion[ >>]`,
	},
	'en-gb': {
		minus: 'minus ',
		point: ' point ',
		between: ' ',
		rules: `${ENGLISH};1e3 << thousand[ ~>>];1e6 << million[ ~>>];1e9 << billion[ ~>>];1e12 << trillion[ ~>>];1e15 << quadrillion[ ~>>]`,
		filler: (rest) => (rest < 100n ? 'and ' : ''),
	},
	'en-in': {
		minus: 'minus ',
		point: ' point ',
		between: ' ',
		rules: `${ENGLISH};1e3 << thousand[ >>];1e5 << lakh[ >>];1e7 << crore[ >>]`,
	},
	fr: {
		minus: 'moins ',
		point: ' virgule ',
		between: ' ',
		rules:
			'zéro;un;deux;trois;quatre;cinq;six;sept;huit;neuf;dix;onze;douze;treize;quatorze;quinze;seize;dix-sept;dix-huit;dix-neuf;20 vingt;vingt-et-un;vingt[->>];30 trente;trente-et-un;trente[->>];40 quarante;quarante-et-un;quarante[->>];50 cinquante;cinquante-et-un;cinquante[->>];60/20 soixante;soixante-et-un;62/20 soixante[->>];71 soixante-et-onze;72/20 soixante[->>];80/20 quatre-vingt[->>|s];100 cent[ >>];200 << cent[ >>|s];1e3 mille[ >>];2e3 <before< mille[ >>];1e6 un million[ >>];2e6 << millions[ >>];1e9 un milliard[ >>];2e9 << milliards[ >>];1e12 un billion[ >>];2e12 << billions[ >>];1e15 un billiard[ >>];2e15 << billiards[ >>]',
		forms: { before: [[/(cent|vingt)s$/, '$1']] },
	},
	de: {
		minus: 'minus ',
		point: ' Komma ',
		between: ' ',
		rules:
			'null;eins;zwei;drei;vier;fünf;sechs;sieben;acht;neun;zehn;elf;zwölf;dreizehn;vierzehn;fünfzehn;sechzehn;siebzehn;achtzehn;neunzehn;20 [>ein>und]zwanzig;30 [>ein>und]dreißig;40 [>ein>und]vierzig;50 [>ein>und]fünfzig;60 [>ein>und]sechzig;70 [>ein>und]siebzig;80 [>ein>und]achtzig;90 [>ein>und]neunzig;100 <ein<hundert[>>];1e3 <ein<tausend[>>];1e6 eine Million[ >>];2e6 <eine< Millionen[ >>];1e9 eine Milliarde[ >>];2e9 <eine< Milliarden[ >>];1e12 eine Billion[ >>];2e12 <eine< Billionen[ >>];1e15 eine Billiarde[ >>];2e15 <eine< Billiarden[ >>]',
		forms: { ein: [[/eins$/, 'ein']], eine: [[/eins$/, 'eine']] },
	},
	it: {
		minus: 'meno ',
		point: ' virgola ',
		between: ' ',
		rules:
			'zero;uno;due;tre;quattro;cinque;sei;sette;otto;nove;dieci;undici;dodici;tredici;quattordici;quindici;sedici;diciassette;diciotto;diciannove;20 vent[>i>|i];30 trent[>a>|a];40 quarant[>a>|a];50 cinquant[>a>|a];60 sessant[>a>|a];70 settant[>a>|a];80 ottant[>a>|a];90 novant[>a>|a];100 cent[>o>|o];200 <<cent[>o>|o];1e3 mille[>end>];2e3 <before<mila[>end>];1e6 un milione[ >>];2e6 <before< milioni[ >>];1e9 un miliardo[ >>];2e9 <before< miliardi[ >>];1e12 un bilione[ >>];2e12 <before< bilioni[ >>];1e15 un biliardo[ >>];2e15 <before< biliardi[ >>]',
		forms: {
			i: [[/^(?!uno|otto)/, 'i'], ACCENT],
			a: [[/^(?!uno|otto)/, 'a'], ACCENT],
			o: [[/^(?!ott)/, 'o'], ACCENT],
			end: [ACCENT],
			before: [
				[/uno$/, 'un'],
				[/tré$/, 'tre'],
			],
		},
	},
	es: {
		minus: 'menos ',
		point: ' coma ',
		between: ' ',
		rules:
			'cero;uno;dos;tres;cuatro;cinco;seis;siete;ocho;nueve;diez;once;doce;trece;catorce;quince;dieciséis;diecisiete;dieciocho;diecinueve;veinte;veintiuno;veintidós;veintitrés;veinticuatro;veinticinco;veintiséis;veintisiete;veintiocho;veintinueve;30 treinta[ y >>];40 cuarenta[ y >>];50 cincuenta[ y >>];60 sesenta[ y >>];70 setenta[ y >>];80 ochenta[ y >>];90 noventa[ y >>];100 cien[to >>];200 doscientos[ >>];300 trescientos[ >>];400 cuatrocientos[ >>];500 quinientos[ >>];600 seiscientos[ >>];700 setecientos[ >>];800 ochocientos[ >>];900 novecientos[ >>];1e3 mil[ >>];2e3 <un< mil[ >>];1e6 un millón[ >>];2e6 <un< millones[ >>];1e12 un billón[ >>];2e12 <un< billones[ >>]',
		forms: {
			un: [
				[/veintiuno$/, 'veintiún'],
				[/uno$/, 'un'],
			],
		},
	},
	ja: {
		minus: 'マイナス',
		point: '・',
		between: '',
		rules:
			'〇;一;二;三;四;五;六;七;八;九;10 十[>>];20 <<十[>>];100 百[>>];200 <<百[>>];1e3 千[>>];2e3 <<千[>>];1e4 <<万[>>];1e8 <<億[>>];1e12 <<兆[>>];1e16 <<京[>>]',
	},
	ko: {
		minus: '마이너스 ',
		point: '점',
		between: '',
		rules:
			'영;일;이;삼;사;오;육;칠;팔;구;10 십[>>];20 <<십[>>];100 백[>>];200 <<백[>>];1e3 천[>>];2e3 <<천[>>];1e4 만[ >>];2e4 <<만[ >>];1e8 <<억[ >>];1e12 <<조[ >>];1e16 <<경[ >>]',
	},
	zh: {
		minus: '负',
		point: '点',
		between: '',
		rules:
			'〇;一;二;三;四;五;六;七;八;九;10 十[>>];20 <<十[>>];100 <<百[~>ten>];1e3 <<千[~>ten>];1e4 <<万[~>ten>];1e8 <<亿[~>ten>];1e12 <<兆[~>ten>];1e16 <<京[~>ten>]',
		forms: { ten: [[/^十/, '一十']] },
		filler: (rest, unit) => (rest * 10n < unit ? '〇' : ''),
	},
};
