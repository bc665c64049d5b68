package drivetrain.payments.application;

class InMemoryPaymentsTest implements PaymentsContract {
    private final InMemoryPayments payments = new InMemoryPayments();

    @Override
    public Payments payments() {
        return payments;
    }

    @Override
    public Messages messages() {
        return payments;
    }
}
