package drivetrain.payments.application;

import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Terms;
import java.util.HashMap;
import java.util.Map;

/** A provider that keeps books: one payment per order, moved as the real one would move it. */
public final class FakeProvider implements PaymentProvider {
    public static final String BROKE = "pm_broke";

    enum Money {
        HELD, RELEASED, TAKEN, GIVEN_BACK
    }

    private final Map<OrderId, Authorization> answers = new HashMap<>();
    private final Map<PaymentId, Money> books = new HashMap<>();

    @Override
    public Authorization authorize(OrderId orderId, Terms terms) {
        return answers.computeIfAbsent(orderId, _ -> {
            if (terms.paymentMethod().equals(BROKE)) {
                return new Authorization.Refused("insufficient_funds");
            }
            var id = new PaymentId("pi_" + (books.size() + 1));
            books.put(id, Money.HELD);
            return new Authorization.Held(id);
        });
    }

    @Override
    public Capture capture(PaymentId paymentId) {
        return switch (books.get(paymentId)) {
            case HELD -> {
                books.put(paymentId, Money.TAKEN);
                yield new Capture.Taken();
            }
            case TAKEN, GIVEN_BACK -> new Capture.Taken();
            case RELEASED -> new Capture.Impossible("canceled");
        };
    }

    @Override
    public Release release(PaymentId paymentId) {
        return switch (books.get(paymentId)) {
            case HELD, RELEASED -> {
                books.put(paymentId, Money.RELEASED);
                yield Release.RELEASED;
            }
            case TAKEN, GIVEN_BACK -> Release.TAKEN;
        };
    }

    @Override
    public void refund(OrderId orderId, PaymentId paymentId, Terms terms) {
        if (books.get(paymentId) == Money.HELD || books.get(paymentId) == Money.RELEASED) {
            throw new ProviderRefused("nothing was taken");
        }
        books.put(paymentId, Money.GIVEN_BACK);
    }

    /** Lets go of what is held, as the provider does after some days. */
    void expire(PaymentId paymentId) {
        books.computeIfPresent(paymentId, (_, now) -> now == Money.HELD ? Money.RELEASED : now);
    }

    /** How many orders it was asked to authorize. */
    public int authorizations() {
        return answers.size();
    }

    Map<PaymentId, Money> books() {
        return Map.copyOf(books);
    }
}
