package drivetrain.payments.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.Payment;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/** One order, its use cases, and a way to meddle before and after every call that they make. */
final class World {
    static final OrderId ORDER = new OrderId("order-1");
    static final CorrelationId FLOW = new CorrelationId("flow-1");

    /** What a crash of the function looks like from inside. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Called before and after each call of a port; may throw a {@link Crash}, or do other work. */
    interface Meddler {
        void at(String port, boolean before);
    }

    final InMemoryPayments table = new InMemoryPayments();
    final FakeProvider bank = new FakeProvider();
    final Terms terms;
    final AuthorizePayment authorize;
    final CapturePayment capture;
    final ReversePayment reverse;
    Meddler meddler = (_, _) -> {};

    World(String paymentMethod) {
        terms = new Terms(new CustomerId("ann"), new Money(12_900, "EUR"), paymentMethod);
        var clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
        reverse = new ReversePayment(meddledTable(), meddledBank(), clock);
        authorize = new AuthorizePayment(meddledTable(), meddledBank(), reverse, clock);
        capture = new CapturePayment(meddledTable(), meddledBank(), reverse, clock);
    }

    AuthorizePayment.Outcome authorize() {
        return authorize.authorize(ORDER, terms, FLOW);
    }

    CapturePayment.Outcome capture() {
        return capture.capture(ORDER, FLOW);
    }

    ReversePayment.Outcome reverse() {
        return reverse.reverse(ORDER, FLOW);
    }

    Optional<Payment> standing() {
        return table.find(ORDER);
    }

    private <T> T meddled(String port, Supplier<T> call) {
        meddler.at(port, true);
        var answer = call.get();
        meddler.at(port, false);
        return answer;
    }

    private Payments meddledTable() {
        return new Payments() {
            @Override
            public Optional<Payment> find(OrderId orderId) {
                return meddled("find", () -> table.find(orderId));
            }

            @Override
            public Payment put(Payment next) {
                return meddled("put", () -> table.put(next));
            }
        };
    }

    private PaymentProvider meddledBank() {
        return new PaymentProvider() {
            @Override
            public Authorization authorize(OrderId orderId, Terms asked) {
                return meddled("authorize", () -> bank.authorize(orderId, asked));
            }

            @Override
            public Capture capture(PaymentId paymentId) {
                return meddled("capture", () -> bank.capture(paymentId));
            }

            @Override
            public Release release(PaymentId paymentId) {
                return meddled("release", () -> bank.release(paymentId));
            }

            @Override
            public void refund(OrderId orderId, PaymentId paymentId, Terms asked) {
                meddled("refund", () -> {
                    bank.refund(orderId, paymentId, asked);
                    return null;
                });
            }
        };
    }
}
