// Sends the requests of drivetrain.http, one after the other, to a system that runs, and tells which
// were answered with another status than the one in parentheses in their titles.
//
//   node requests.mjs http://localhost:3000 http://localhost:4566/oauth2/token
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cli, send, store } from 'httpyac';

const PATIENCE_MILLIS = 20_000;
const BETWEEN_LOOKS_MILLIS = 200;

const [api, tokens] = process.argv.slice(2);
if (!tokens) {
    console.error('Usage: node requests.mjs API-URL TOKEN-URL');
    process.exit(2);
}

const path = fileURLToPath(new URL('../drivetrain.http', import.meta.url));
cli.initFileProvider();
await cli.initIOProvider();
const httpFile = await new store.HttpFileStore().getOrCreate(path,
    () => readFile(path, 'utf8'), 0, { activeEnvironment: ['local'] });
const requests = httpFile.httpRegions.filter(region => region.request);
const variables = { api, tokens };

// What follows from an order comes a moment after it: 404 until then.
let failures = 0;
for (const httpRegion of requests) {
    const title = httpRegion.metaData.title;
    const expected = statuses(title);
    const deadline = Date.now() + PATIENCE_MILLIS;
    let status = await answer(httpRegion);
    while (status === 404 && !expected.includes(404) && Date.now() < deadline) {
        await sleep(BETWEEN_LOOKS_MILLIS);
        status = await answer(httpRegion);
    }
    if (!expected.includes(status)) {
        console.error(`${title}: answered ${status}`);
        failures++;
    }
}
console.log(`drivetrain.http: ${requests.length - failures} of ${requests.length} requests were `
    + 'answered as it says');
process.exit(failures === 0 && requests.length > 0 ? 0 : 1);

/** The statuses that a title promises, such as 201 and 200 in "Add a product (201 or 200)". */
function statuses(title) {
    return (/\(([^()]*)\)$/.exec(title)?.[1].match(/\b[1-5][0-9][0-9]\b/g) ?? []).map(Number);
}

async function answer(httpRegion) {
    const processedHttpRegions = [];
    await send({
        httpFile, httpRegion, variables, processedHttpRegions, activeEnvironment: ['local'],
    });
    return processedHttpRegions.at(-1)?.response?.statusCode;
}
