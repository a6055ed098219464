import { htmlToText } from '../../../nodes/ZohoCrmRelatedRecords/helpers/htmlToText';

it.each([
	['', ''],
	['no markup', 'no markup'],
	['  white \n\t space  ', 'white space'],
	['<p>one</p><p>two</p>', 'one\n\ntwo'],
	['<div>one</div><div>two</div>', 'one\ntwo'],
	['<div><div><p>one</p></div></div><div>two</div>', 'one\n\ntwo'],
	['one<br>two<br/>three<BR><br>four', 'one\ntwo\nthree\n\nfour'],
	['<b>bold</b> and <i>slanted</i>, un<b>believ</b>able', 'bold and slanted, unbelievable'],
	['<h1>Offer</h1>Dear Ann,', 'Offer\n\nDear Ann,'],
	['5 &lt; 6 &amp;&nbsp;7 &euro; &#8211; &#x1F600; &unknown; &', '5 < 6 & 7 € – 😀 &unknown; &'],
	['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
	['a < b and c > d', 'a < b and c > d'],
	['<ul><li>one</li><li> two </li></ul>after', '- one\n- two\n\nafter'],
	['<ol><li>one<li>two<ul><li>inner</ul><li>three</ol>', '1. one\n2. two\n  - inner\n3. three'],
	['<li>no list around it', '- no list around it'],
	['<ul><li><p>one</p></li></ul>', '- one'],
	[
		'<table><tr><th>Name</th><th>Sum</th></tr><tr><td>Ann</td> <td>5</td></tr></table>',
		'Name\tSum\nAnn\t5',
	],
	['<pre>a\n  b</pre>c\n  d', 'a\n  b\n\nc d'],
	[
		'<a href="https://example.com/x?a=1&amp;b=2">our offer</a>.',
		'our offer (https://example.com/x?a=1&b=2).',
	],
	['see <a href="https://example.com/">example.com</a> now', 'see example.com now'],
	['<a href=mailto:ann@example.com>ann@example.com</a>', 'ann@example.com'],
	['<a href="mailto:ann@example.com">Ann </a>wrote', 'Ann (mailto:ann@example.com) wrote'],
	['<a href="#top">up</a> <a href="javascript:x()">run</a> <a>none</a>', 'up run none'],
	['<a href="https://example.com/pixel"><img src="https://example.com/x.png"></a>hello', 'hello'],
	[
		'<a href="https://example.com/a">first<a href="https://example.com/b">second',
		'first (https://example.com/a)second (https://example.com/b)',
	],
	[
		'<html><head><title>T</title><style>p { x: "<p>" }</style></head><body>text</body></html>',
		'text',
	],
	['one<script>if (a < b) document.write("<p>x</p>")</script> two', 'one two'],
	['one<!-- <p>hidden</p> --><!doctype html><?xml x?> two', 'one two'],
	['<p title="a > b">one</p', 'one'],
	['</p></div></ul></a></pre>text', 'text'],
	['one <textarea>two <b></textarea>', 'one two <b>'],
])('the text of %j is %j', (html, text) => {
	expect(htmlToText(html)).toBe(text);
});

it.each([
	['deeply nested', '<div><b><ul><li>'.repeat(100_000), 'x', 'x'],
	['of end tags alone', '</p></b></ul>'.repeat(100_000), 'x', 'x'],
	[
		'with links that are never closed',
		'<a href="https://example.com/">'.repeat(100_000),
		'x',
		'x (https://example.com/)',
	],
])('a document %s is read to its end', (_, markup, text, expected) => {
	expect(htmlToText(`${markup}${text}`).replace(/^[ -]*/, '')).toBe(expected);
});

it('the text does not outgrow a document of lists in lists', () => {
	const html = '<ul><li>x'.repeat(10_000);
	expect(htmlToText(html).length).toBeLessThan(3 * html.length);
	expect(htmlToText(html).match(/x/g)).toHaveLength(10_000);
});
