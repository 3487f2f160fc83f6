// Calls the shop with the client that @hey-api/openapi-ts makes of its document.
import { client } from './client/client.gen.js';
import {
  orderServiceCreateOrder,
  orderServiceOrders,
  orderServiceUpdateOrderStatus,
  productServiceProducts,
} from './client/index.js';
import type { InsufficientStockProblem, Order, Product } from './client/index.js';

const [baseUrl, token] = process.argv.slice(2);
client.setConfig({ baseUrl: baseUrl!, auth: token! });

const dear = await productServiceProducts({ query: { minPrice: 30 } });
const products: Product[] = dear.data!;

const placed = await orderServiceCreateOrder({ body: { productId: '1', quantity: 2 } });
const order: Order = placed.data!;

const moved = await orderServiceUpdateOrderStatus({
  path: { orderId: order.id },
  body: { status: 'SHIPPED' },
});

const expanded = await orderServiceOrders({ query: { expand: 'product' } });
const expandedName: string | undefined = expanded.data![0]!.product?.name;

const short = await orderServiceCreateOrder({ body: { productId: '1', quantity: 1000 } });
const problem = short.error as InsufficientStockProblem;

// Never called: what must not compile.
export const wrong = () => [
  // @ts-expect-error a number is no text
  orderServiceCreateOrder({ body: { productId: '1', quantity: 'two' } }),
  // @ts-expect-error the quantity is missing
  orderServiceCreateOrder({ body: { productId: '1' } }),
];

console.log(
  JSON.stringify({
    names: products.map((product) => product.name),
    location: placed.response!.headers.get('Location') === `/orders/${order.id}`,
    total: order.totalPrice,
    status: moved.data!.status,
    refused: short.response!.status,
    available: problem.available,
    expanded: expandedName,
  }),
);
