package drivetrain.payments.application;

import static drivetrain.payments.application.World.FLOW;
import static drivetrain.payments.application.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.payments.domain.News;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Terms;
import drivetrain.payments.domain.Tombstone;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentStoryTest {
    private static final PaymentId PI = new PaymentId("pi_1");
    private static final AuthorizePayment.Outcome GRANTED = new AuthorizePayment.Outcome.Granted(
            PI);
    private static final AuthorizePayment.Outcome REVERSED = new AuthorizePayment.Outcome.Reversed();

    private final World world = new World("pm_card_visa");

    @Test
    void holdsAndThenTakesTheAmountOnce() {
        assertThat(world.authorize()).isEqualTo(GRANTED);
        assertThat(world.authorize()).isEqualTo(GRANTED);
        assertThat(world.capture()).isEqualTo(CapturePayment.Outcome.CAPTURED);
        assertThat(world.capture()).isEqualTo(CapturePayment.Outcome.CAPTURED);
        assertThat(world.authorize()).isEqualTo(GRANTED);

        assertThat(world.bank.books()).containsOnly(entry(FakeProvider.Money.TAKEN));
    }

    @Test
    void answersADeclineAsOftenAsItIsAsked() {
        var broke = new World(FakeProvider.BROKE);
        var refused = new AuthorizePayment.Outcome.Refused("insufficient_funds");

        assertThat(broke.authorize()).isEqualTo(refused);
        assertThat(broke.authorize()).isEqualTo(refused);
        assertThat(broke.reverse()).isEqualTo(ReversePayment.Outcome.NOTHING);
        assertThatThrownBy(broke::capture).isInstanceOf(PaymentNotCapturable.class);
        assertThat(broke.bank.books()).isEmpty();
    }

    @Test
    void refusesOtherTermsForTheSameOrder() {
        world.authorize();
        var dearer = new Terms(new CustomerId("ann"), new Money(99_900, "EUR"), "pm_card_visa");

        assertThatThrownBy(() -> world.authorize.authorize(ORDER, dearer, FLOW))
                .isInstanceOf(TermsDiffer.class);
    }

    @Test
    void leavesATombstoneWhenItIsCalledOffBeforeItBegan() {
        assertThat(world.reverse()).isEqualTo(ReversePayment.Outcome.NOTHING);
        assertThat(world.standing()).get().isInstanceOf(Tombstone.class);

        assertThat(world.authorize()).isEqualTo(REVERSED);
        assertThat(world.capture()).isEqualTo(CapturePayment.Outcome.VOIDED);
        assertThat(world.bank.books()).isEmpty();
    }

    @Test
    void letsGoOfWhatIsHeld() {
        world.authorize();

        assertThat(world.reverse()).isEqualTo(ReversePayment.Outcome.VOIDED);
        assertThat(world.reverse()).isEqualTo(ReversePayment.Outcome.VOIDED);
        assertThat(world.authorize()).isEqualTo(REVERSED);
        assertThat(world.capture()).isEqualTo(CapturePayment.Outcome.VOIDED);
        assertThat(world.bank.books()).containsOnly(entry(FakeProvider.Money.RELEASED));
    }

    @Test
    void givesBackWhatWasTaken() {
        world.authorize();
        world.capture();

        assertThat(world.reverse()).isEqualTo(ReversePayment.Outcome.REFUNDED);
        assertThat(world.reverse()).isEqualTo(ReversePayment.Outcome.REFUNDED);
        assertThat(world.capture()).isEqualTo(CapturePayment.Outcome.REFUNDED);
        assertThat(world.bank.books()).containsOnly(entry(FakeProvider.Money.GIVEN_BACK));
    }

    @Test
    void parksAnOrderWhoseAuthorizationLapsed() {
        world.authorize();
        world.bank.expire(PI);

        assertThatThrownBy(world::capture).isInstanceOf(PaymentNotCapturable.class);

        var standing = world.standing().orElseThrow();
        var lapsed = new News.Released(PI).change(standing, new Cause(FLOW, Instant.EPOCH));
        world.table.put(lapsed.orElseThrow());
        assertThatThrownBy(world::capture).isInstanceOf(PaymentNotCapturable.class);
        assertThat(world.reverse()).isEqualTo(ReversePayment.Outcome.VOIDED);
        assertThat(world.capture()).isEqualTo(CapturePayment.Outcome.VOIDED);
    }

    @Test
    void capturesNothingThatWasNeverAuthorized() {
        assertThatThrownBy(world::capture).isInstanceOf(PaymentNotCapturable.class);
        assertThat(world.standing()).isEmpty();
    }

    private static java.util.Map.Entry<PaymentId, FakeProvider.Money> entry(
            FakeProvider.Money money) {
        return java.util.Map.entry(PI, money);
    }
}
