// The echo service of these tests in grpc-js, with messages that are just bytes.
const REPETITIONS = 8;

const method = (name, responseStream) => ({
  path: `/Echo/${name}`,
  requestStream: false,
  responseStream,
  requestSerialize: (bytes) => bytes,
  requestDeserialize: (bytes) => bytes,
  responseSerialize: (bytes) => bytes,
  responseDeserialize: (bytes) => bytes,
});

module.exports = {
  REPETITIONS,
  methods: { unary: method('unary', false), repeat: method('repeat', true) },
};
