package drivetrain.idempotency;

class InMemoryIdempotentCallsTest extends IdempotentCallsContract {
    private final IdempotentCalls calls = new InMemoryIdempotentCalls(LEASE, KEY_LIFE, ids, clock);

    @Override
    IdempotentCalls calls() {
        return calls;
    }
}
