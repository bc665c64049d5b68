package drivetrain.catalog.handlers;

import drivetrain.catalog.domain.FieldBus;
import drivetrain.catalog.domain.Load;
import drivetrain.catalog.domain.ProductType;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.Problem;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Parameters of queries: what they may look like, and what they mean. */
final class Parameters {
    /** Narrower than what Java reads: no signs, exponents, hexadecimals or words. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,17})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");

    private Parameters() {}

    /** The load that a request asks for; a {@link BadRequest} (400) says what is wrong with it. */
    static Load load(ApiRequest request) {
        var bus = request.query("bus", Parameters::bus);
        var budget = request.query("budgetMinorUnits", Parameters::whole);
        double torqueNm = require(request, "torqueNm");
        double speedRpm = require(request, "speedRpm");
        double voltageV = require(request, "voltageV");
        try {
            return new Load(torqueNm, speedRpm, voltageV, bus,
                    budget.map(OptionalLong::of).orElse(OptionalLong.empty()));
        } catch (IllegalArgumentException senseless) {
            throw new BadRequest(Problem.badRequest(senseless.getMessage()));
        }
    }

    static ProductType type(String text) {
        return choice(ProductType.values(), text);
    }

    static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a number such as 1.5");
        }
        return Double.parseDouble(text);
    }

    private static FieldBus bus(String text) {
        return choice(FieldBus.values(), text);
    }

    private static long whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return Long.parseLong(text);
    }

    private static double require(ApiRequest request, String name) {
        return request.query(name, Parameters::decimal).orElseThrow(() -> new BadRequest(
                Problem.badRequest("Query parameter '" + name + "' is missing.")));
    }

    private static <E extends Enum<E>> E choice(E[] choices, String text) {
        return Arrays.stream(choices).filter(each -> each.name().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + Arrays.toString(choices)));
    }
}
