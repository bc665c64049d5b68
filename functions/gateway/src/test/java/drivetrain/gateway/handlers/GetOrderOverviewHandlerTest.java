package drivetrain.gateway.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.gateway.application.GetOrderOverview;
import drivetrain.gateway.domain.Identity;
import drivetrain.gateway.domain.Missing;
import drivetrain.gateway.domain.Missing.Reason;
import drivetrain.gateway.domain.Overview;
import drivetrain.gateway.domain.Part;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.lambda.InvalidEnvironment;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GetOrderOverviewHandlerTest {
    private static final Missing NO_SHIPMENT_YET = new Missing(Part.SHIPMENT, Reason.NOT_FOUND,
            "HTTP 404");
    private static final Missing PAYMENTS_ARE_DOWN = new Missing(Part.PAYMENT,
            Reason.UNAVAILABLE, "Runtime.ExitError");

    private final List<Identity> callers = new ArrayList<>();
    private Supplier<Optional<Overview>> found = Optional::empty;

    @Test
    void showsThePartsAndSaysWhichAreMissing() throws IOException {
        found = () -> Optional.of(new Overview("{\"orderId\":\"o-1\"}",
                Optional.of("{\"amount\":5}"), Optional.empty(), List.of(NO_SHIPMENT_YET)));

        var run = run("GetOrderOverview");

        assertThat(run.output()).contains("\"statusCode\":200").contains(quoted(
                "{'order':{'orderId':'o-1'},'payment':{'amount':5},"
                        + "'missing':[{'part':'shipment','why':'NOT_FOUND'}]}"));
        assertThat(callers)
                .containsExactly(new Identity(new CustomerId("ada"), Set.of("customer")));
        assertThat(run.log()).as("nothing is wrong").noneMatch(line -> line.contains("part"));
    }

    @Test
    void showsTheNamesOfProductsAsTheyAreWritten() throws IOException {
        found = () -> Optional.of(new Overview("{\"name\":\"2 N·m, 5 €\"}", Optional.of("{}"),
                Optional.of("{}"), List.of()));

        assertThat(run("GetOrderOverview").output())
                .contains("2 N\\\\u00b7m, 5 \\\\u20ac").contains(quoted("'missing':[]"));
    }

    @Test
    void tellsOperatorsButNotClientsHowAServiceFailed() throws IOException {
        found = () -> Optional.of(new Overview("{}", Optional.empty(), Optional.empty(),
                List.of(PAYMENTS_ARE_DOWN, NO_SHIPMENT_YET)));

        var run = run("GetOrderOverview");

        assertThat(run.output()).contains(quoted("{'part':'payment','why':'UNAVAILABLE'}"))
                .doesNotContain("ExitError");
        assertThat(run.log()).anyMatch(line -> line.contains("Runtime.ExitError"))
                .anyMatch(line -> line.contains("\"OverviewPartMissing\":1"))
                .noneMatch(line -> line.contains("shipment"));
    }

    @Test
    void doesNotKnowWhatOrdersDoNotShow() throws IOException {
        assertThat(run("GetOrderOverview").output()).contains("\"statusCode\":404");
    }

    @Test
    void asksToComeBackWhenTheOrderCanNotBeHad() throws IOException {
        found = () -> {
            throw new DependencyUnavailable("orders: States.Timeout");
        };

        assertThat(run("GetOrderOverview").output()).contains("\"statusCode\":503")
                .contains("\"Retry-After\":\"1\"").doesNotContain("States.Timeout");
    }

    @Test
    void refusesATokenThatAllowsNothingBeforeItAsksAnybody() throws IOException {
        assertThat(run("GetOrderOverview-no-scope").output()).contains("\"statusCode\":403");
        assertThat(callers).isEmpty();
    }

    @Test
    void namesAllThatIsMissingAtStart() {
        assertThatThrownBy(() -> new GetOrderOverviewHandler(Map.of("AWS_REGION", "x")))
                .isInstanceOf(InvalidEnvironment.class)
                .hasMessageContaining("OVERVIEW_WORKFLOW is missing");
    }

    private FunctionRun run(String sample) throws IOException {
        var handler = new GetOrderOverviewHandler(
                new GetOrderOverview((orderId, caller, correlationId) -> {
                    callers.add(caller);
                    assertThat(correlationId.value()).isEqualTo("sample-request-1");
                    return found.get();
                }));
        return FunctionRun.of(handler, SampleEvents.read("gateway/" + sample));
    }

    /** JSON with apostrophes, as it stands in the text that is an answer's body. */
    private static String quoted(String json) {
        return json.replace("'", "\\\"");
    }
}
