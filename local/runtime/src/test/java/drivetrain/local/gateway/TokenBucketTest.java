package drivetrain.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.local.template.ApiResource.Throttling;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TokenBucket bucket = new TokenBucket(new Throttling(2, 3), nanos::get);

    @Test
    void isFullAtFirst() {
        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void fillsSteadilyButNotBeyondItsBurst() {
        taken(3);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(499));
        assertThat(bucket.take()).isFalse();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(bucket.take()).isTrue();
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertThat(taken(10)).isEqualTo(3);
    }

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }
}
