package drivetrain.shipping.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.Money;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Log;
import drivetrain.lambda.Problem;
import drivetrain.shipping.AddressJson;
import drivetrain.shipping.ShippingComponent;
import drivetrain.shipping.application.CarrierGuard;
import drivetrain.shipping.application.QuoteShipping;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Parcel;
import drivetrain.shipping.domain.Rate;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /shipping/quotes}. While the carrier is out of reach, a 503 with {@code Retry-After};
 * once that is known, at once and without asking the carrier.
 */
public final class QuoteShippingHandler implements RequestStreamHandler {
    private static final JsonType<Wish> WISH = JsonTypes.strict(Wish.class);
    private static final JsonType<Quotes> QUOTES = JsonTypes.strict(Quotes.class);

    private final ApiFunction function;

    @Json
    record Wish(AddressJson shipTo, Long massGrams) {
        Address address() {
            if (shipTo == null || massGrams == null) {
                throw new IllegalArgumentException("shipTo and massGrams are needed");
            }
            Parcel.requireMass(massGrams);
            return shipTo.toAddress();
        }
    }

    @Json
    record Quotes(List<Quote> quotes) {}

    @Json
    record Quote(String carrier, String service, Money price, Integer deliveryDays) {
        static Quote of(Rate rate) {
            return new Quote(rate.carrier(), rate.service(), rate.price(),
                    rate.deliveryDays().orElse(null));
        }
    }

    public QuoteShippingHandler() {
        this(ShippingComponent.deployed().quoteShipping());
    }

    public QuoteShippingHandler(Map<String, String> environment) {
        this(ShippingComponent.of(environment).quoteShipping());
    }

    QuoteShippingHandler(QuoteShipping useCase) {
        this.function = new ApiFunction((request, log) -> answer(request, log, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, Log log, QuoteShipping useCase) {
        var customer = request.requireCaller().customerId();
        var wish = request.body(WISH);
        return switch (useCase.quote(customer, address(wish), wish.massGrams(),
                notice -> count(notice, log))) {
            case QuoteShipping.Outcome.Quoted quoted -> ApiResponse.json(200, QUOTES,
                    new Quotes(quoted.rates().stream().map(Quote::of).toList()));
            case QuoteShipping.Outcome.Impossible impossible -> ApiResponse.problem(
                    Problem.unprocessable("No carrier takes this parcel to this address.",
                            List.of(new Problem.Violation("/shipTo", impossible.reason()))));
            case QuoteShipping.Outcome.NotAsked notAsked -> notAsked(notAsked.retryAfter());
        };
    }

    private static ApiResponse notAsked(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return ApiResponse
                .problem(Problem.of(503, "unavailable", "Try again shortly",
                        "The carrier is in trouble, and isn't asked for now."))
                .with("Retry-After", Long.toString(seconds));
    }

    private static void count(CarrierGuard.Notice notice, Log log) {
        var metric = switch (notice) {
            case REFUSED -> "CircuitRefused";
            case UNGUARDED -> "CircuitUnguarded";
        };
        log.metric(metric, "Count", 1, Map.of("circuit", CarrierGuard.NAME));
    }

    private static Address address(Wish wish) {
        try {
            return wish.address();
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Problem.badRequest(wrong.getMessage()));
        }
    }
}
