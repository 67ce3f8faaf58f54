// A process of its own, so that the memory it needs can be told: aligns one long article.
import { toInputs } from './documents.mjs';
import { loadAligner } from './load.mjs';
import { makeLongArticle } from './long-article.mjs';

const [folder = '', size = ''] = process.argv.slice(2);
const { alignVersions } = await loadAligner(folder);
const inputs = toInputs(await makeLongArticle(Number(size)));
const before = process.cpuUsage();
const started = performance.now();
alignVersions(inputs);
const time = performance.now() - started;
const { user, system } = process.cpuUsage(before);
const memory = process.resourceUsage().maxRSS;
console.log(JSON.stringify({ time, processor: (user + system) / 1000, memory }));
