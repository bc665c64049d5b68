package drivetrain.standins.stripe;

import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All intents and refunds, and their rules. Each intent changes atomically; no lock spans two. */
final class PaymentIntents {
    private static final Set<String> CREATE = Set.of("amount", "currency", "payment_method",
            "confirm", "capture_method", "metadata", "description", "payment_method_types",
            "automatic_payment_methods", "off_session", "error_on_requires_action", "return_url",
            "receipt_email", "statement_descriptor_suffix", "confirmation_method", "shipping",
            "expand");
    private static final Set<String> CANCEL_REASONS = Set.of("duplicate", "fraudulent",
            "requested_by_customer", "abandoned");

    private final Clock clock;
    private final StripeIds ids;
    private final Map<String, Intent> intents = new ConcurrentHashMap<>();
    private final Map<String, Long> order = new ConcurrentHashMap<>();
    private final AtomicLong created = new AtomicLong();

    PaymentIntents(Clock clock, StripeIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Creates an intent, and confirms it if asked to; {@code origin} determines its id. */
    Intent create(Form form, String origin) {
        form.requireOnly(CREATE);
        String id = ids.of("pi", origin);
        Intent intent = unconfirmed(form, id);
        if (form.flag("confirm")) {
            intent = intent.confirmed(cardAtHand(form), ids.of("ch", id));
        }
        order.put(id, created.incrementAndGet());
        intents.put(id, intent);
        if (intent.decline().isPresent()) {
            throw StripeRefusal.card(intent, intent.decline().get());
        }
        return intent;
    }

    Intent get(String id) {
        Intent intent = intents.get(id);
        if (intent == null) {
            throw noSuchIntent(404, "intent", id);
        }
        return intent;
    }

    Intent capture(String id, Form form) {
        form.requireOnly(Set.of("amount_to_capture", "metadata", "final_capture", "expand"));
        get(id);
        return intents.compute(id, (_, intent) -> {
            requireStatus(intent, Set.of(Intent.Status.REQUIRES_CAPTURE), "captured");
            long part = form.amount("amount_to_capture").orElse(intent.amount());
            if (part > intent.amount()) {
                throw StripeRefusal.refused("amount_too_large", "amount_to_capture",
                        "The amount to capture is greater than the amount that is authorized.");
            }
            return intent.capture(part);
        });
    }

    Intent cancel(String id, Form form) {
        form.requireOnly(Set.of("cancellation_reason", "expand"));
        String reason = form.text("cancellation_reason").orElse("");
        if (!reason.isEmpty() && !CANCEL_REASONS.contains(reason)) {
            throw StripeRefusal.parameter("parameter_invalid_enum", "cancellation_reason",
                    "Invalid cancellation_reason: must be one of " + CANCEL_REASONS);
        }
        get(id);
        return intents.compute(id, (_, intent) -> {
            requireStatus(intent, Set.of(Intent.Status.REQUIRES_PAYMENT_METHOD,
                    Intent.Status.REQUIRES_CONFIRMATION, Intent.Status.REQUIRES_ACTION,
                    Intent.Status.REQUIRES_CAPTURE), "canceled");
            return intent.cancel(new Intent.Cancellation(clock.instant(), reason));
        });
    }

    /** Gives a captured amount back, all of it unless the form names a part. */
    Refund refund(Form form, String origin) {
        form.requireOnly(Set.of("payment_intent", "charge", "amount", "reason", "metadata",
                "expand"));
        String id = refundedIntent(form);
        var part = new AtomicLong();
        Intent after = intents.compute(id, (_, intent) -> {
            part.set(refundable(intent, form));
            return intent.refund(part.get());
        });
        return new Refund(ids.of("re", origin), id, after.charge(), part.get(), after.currency(),
                form.text("reason").orElse(""), form.map("metadata"), clock.instant());
    }

    /** All intents, the newest first. */
    List<Intent> newestFirst() {
        return intents.values().stream().sorted(Comparator
                .comparingLong((Intent intent) -> order.get(intent.id())).reversed()).toList();
    }

    private Intent unconfirmed(Form form, String id) {
        form.required("amount");
        long amount = form.amount("amount").orElseThrow();
        String currency = currency(form.required("currency"));
        String method = form.text("payment_method").orElse("");
        if (!method.isEmpty()) {
            card(form);
        }
        return new Intent(id, method.isEmpty()
                ? Intent.Status.REQUIRES_PAYMENT_METHOD
                : Intent.Status.REQUIRES_CONFIRMATION, amount, currency, manualCapture(form),
                method, form.text("description").orElse(""), form.map("metadata"),
                clock.instant(), false, 0, 0, "", Optional.empty(),
                Optional.empty());
    }

    private static boolean manualCapture(Form form) {
        String method = form.text("capture_method").orElse("automatic");
        return switch (method) {
            case "manual" -> true;
            case "automatic", "automatic_async" -> false;
            default -> throw StripeRefusal.parameter("parameter_invalid_enum", "capture_method",
                    "Invalid capture_method: must be one of automatic, automatic_async, or manual");
        };
    }

    private static TestCard card(Form form) {
        String method = form.required("payment_method");
        return TestCard.of(method).orElseThrow(() -> StripeRefusal.missing(400, "payment_method",
                "No such PaymentMethod: '" + method + "'"));
    }

    private static String currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode()
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw StripeRefusal.parameter("parameter_invalid_enum", "currency",
                    "Invalid currency: " + code);
        }
    }

    /** A card that asks for authentication is a declined one where nobody is there to answer. */
    private static TestCard cardAtHand(Form form) {
        boolean nobodyThere = form.flag("off_session") || form.flag("error_on_requires_action");
        return card(form) instanceof TestCard.AsksForAuthentication && nobodyThere
                ? new TestCard.Declines("authentication_required", "authentication_required",
                        "Your card was declined. This transaction requires authentication.")
                : card(form);
    }

    private String refundedIntent(Form form) {
        String id = form.text("payment_intent").orElseGet(() -> ofCharge(form.required("charge")));
        if (!intents.containsKey(id)) {
            throw noSuchIntent(404, "payment_intent", id);
        }
        return id;
    }

    private String ofCharge(String charge) {
        return intents.values().stream().filter(intent -> intent.charge().equals(charge))
                .map(Intent::id).findFirst().orElseThrow(() -> StripeRefusal.missing(404, "charge",
                        "No such charge: '" + charge + "'"));
    }

    private static long refundable(Intent intent, Form form) {
        if (intent.captured() == 0) {
            throw StripeRefusal.refused("charge_not_refundable", "payment_intent",
                    "This PaymentIntent (" + intent.id()
                            + ") does not have a successful charge to refund.");
        }
        long left = intent.captured() - intent.refunded();
        if (left == 0) {
            throw StripeRefusal.refused("charge_already_refunded", "charge",
                    "Charge " + intent.charge() + " has already been refunded.");
        }
        long part = form.amount("amount").orElse(left);
        if (part > left) {
            throw StripeRefusal.refused("amount_too_large", "amount", "Refund amount (" + part
                    + ") is greater than unrefunded amount on charge (" + left + ")");
        }
        return part;
    }

    private static void requireStatus(Intent intent, Set<Intent.Status> allowed, String what) {
        if (!allowed.contains(intent.status())) {
            throw StripeRefusal.unexpectedState(intent, "This PaymentIntent could not be " + what
                    + " because it has a status of " + intent.status().wireName() + ".");
        }
    }

    private static StripeRefusal noSuchIntent(int status, String parameter, String id) {
        return StripeRefusal.missing(status, parameter, "No such payment_intent: '" + id + "'");
    }
}
