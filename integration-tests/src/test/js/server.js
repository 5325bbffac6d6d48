// Serves on a port of the kernel's choice, which it prints, until it is killed.
const grpc = require('@grpc/grpc-js');
const { REPETITIONS, methods } = require('./echo.js');

const server = new grpc.Server();
server.addService(methods, {
  unary: (call, answer) => answer(null, call.request),
  repeat: (call) => {
    for (let i = 0; i < REPETITIONS; i++) {
      call.write(call.request);
    }
    call.end();
  },
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (failure, port) => {
  if (failure) {
    throw failure;
  }
  server.start();
  console.log(port);
});
