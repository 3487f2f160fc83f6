// Calls the shop with openapi-fetch, by the types that openapi-typescript makes of its document.
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

const [baseUrl, token] = process.argv.slice(2);
const shop = createClient<paths>({
  baseUrl: baseUrl!,
  headers: { Authorization: `Bearer ${token}` },
});

const dear = await shop.GET('/products', { params: { query: { minPrice: 30 } } });
const products: components['schemas']['Product'][] = dear.data!;

const placed = await shop.POST('/orders', { body: { productId: '1', quantity: 2 } });
const order: components['schemas']['Order'] = placed.data!;

const moved = await shop.POST('/orders/{orderId}/update-status', {
  params: { path: { orderId: order.id } },
  body: { status: 'SHIPPED' },
});

const expanded = await shop.GET('/orders', { params: { query: { expand: 'product' } } });
const expandedName: string | undefined = expanded.data![0]!.product?.name;

const short = await shop.POST('/orders', { body: { productId: '1', quantity: 1000 } });
let available = -1;
if (short.error?.reason === 'INSUFFICIENT_STOCK') {
  available = (short.error as components['schemas']['InsufficientStockProblem']).available;
}

// Never called: what must not compile.
export const wrong = () => [
  // @ts-expect-error there is no such path
  shop.GET('/prices'),
  // @ts-expect-error a number is no text
  shop.POST('/orders', { body: { productId: '1', quantity: 'two' } }),
  // @ts-expect-error the quantity is missing
  shop.POST('/orders', { body: { productId: '1' } }),
  // @ts-expect-error there is no such status
  shop.POST('/orders/{orderId}/update-status', { params: { path: { orderId: '1' } }, body: { status: 'LOST' } }),
];

console.log(
  JSON.stringify({
    names: products.map((product) => product.name),
    location: placed.response.headers.get('Location') === `/orders/${order.id}`,
    total: order.totalPrice,
    status: moved.data!.status,
    refused: short.response.status,
    available,
    expanded: expandedName,
  }),
);
