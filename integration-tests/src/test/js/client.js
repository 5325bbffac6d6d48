// client.js ADDRESS: makes calls, prints what it got right, and stays connected until its input ends.
const assert = require('assert');
const { randomBytes } = require('crypto');
const grpc = require('@grpc/grpc-js');
const { REPETITIONS, methods } = require('./echo.js');

const Client = grpc.makeGenericClientConstructor(methods, 'Echo');
const client = new Client(process.argv[2], grpc.credentials.createInsecure());

const unary = (request) =>
  new Promise((resolve, reject) => {
    client.unary(request, (failure, answer) => (failure ? reject(failure) : resolve(answer)));
  });

async function check(request) {
  assert.deepStrictEqual(await unary(request), request);
  let answers = 0;
  for await (const answer of client.repeat(request)) {
    assert.deepStrictEqual(answer, request);
    answers++;
  }
  assert.strictEqual(answers, REPETITIONS);
}

async function main() {
  await check(Buffer.from('hello'));
  await check(randomBytes(1 << 20));
  console.log('all answers are right');
  process.stdin.on('end', () => client.close()).resume();
}

main();
