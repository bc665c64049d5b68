import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { paths } from './drivetrain.js';

const [api = 'http://localhost:3000', tokens = 'http://localhost:4566/oauth2/token'] =
    process.argv.slice(2);

const granted = await fetch(tokens,
    { method: 'POST', body: new URLSearchParams({ user: 'alice', scope: 'customer' }) });
const { access_token: token } = await granted.json() as { access_token: string };
const drivetrain = createClient<paths>(
    { baseUrl: api, headers: { Authorization: `Bearer ${token}` } });

const placed = await drivetrain.POST('/orders', {
    params: { header: { 'Idempotency-Key': randomUUID() } },
    body: {
        lines: [{ sku: 'SRV-2040-485', quantity: 1 }],
        shipTo: {
            name: 'Ada Lovelace', street1: '12 St James Square', city: 'London',
            postalCode: 'SW1Y 4JH', country: 'GB',
        },
        paymentMethod: 'pm_card_visa',
    },
});
if (!placed.data) {
    throw new Error(`${placed.error.title}: ${placed.error.detail ?? ''}`);
}

const path = { id: placed.data.orderId };
for (let looks = 0; looks < 120; looks++) {
    const { data: order } = await drivetrain.GET('/orders/{id}', { params: { path } });
    if (order?.status === 'FULFILLED') {
        console.log(`${order.orderId} is fulfilled: ${order.total.minorUnits} ${order.total.currency}`);
        process.exit(0);
    }
    await sleep(250);
}
throw new Error(`${path.id} isn't fulfilled after half a minute`);
