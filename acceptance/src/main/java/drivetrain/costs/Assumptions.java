package drivetrain.costs;

import java.time.Duration;

/**
 * What the local runtime can't measure, since its machine isn't AWS's.
 *
 * @param invocation
 *            how long a function runs that calls no provider, starts of new environments spread over
 *            all
 * @param provider
 *            how long one runs that does
 * @param platformBytes
 *            what Lambda itself logs of an invocation: START, END and REPORT
 * @param traced
 *            the share of traces that X-Ray keeps; its default rule is one a second and a twentieth
 *            of the rest
 * @param gets
 *            how often a buyer looks after an order
 */
record Assumptions(Duration invocation, Duration provider, int platformBytes, double traced,
        int gets) {
    /**
     * A warm function writes to DynamoDB in 3 to 5 ms on a whole core, measured; 1 GB gets 0.58 of
     * one, most functions make two or three such calls, and a start of a second for each hundredth
     * invocation adds 10. A provider is given a second, which is long: Stripe takes some hundred
     * milliseconds, EasyPost two calls for a parcel.
     */
    static final Assumptions DEFAULT = new Assumptions(Duration.ofMillis(40), Duration.ofSeconds(1),
            350, 0.05, 3);

    Assumptions withInvocation(Duration time) {
        return new Assumptions(time, provider, platformBytes, traced, gets);
    }

    Assumptions withProvider(Duration time) {
        return new Assumptions(invocation, time, platformBytes, traced, gets);
    }

    Assumptions withTraced(double share) {
        return new Assumptions(invocation, provider, platformBytes, share, gets);
    }

    Assumptions withGets(int number) {
        return new Assumptions(invocation, provider, platformBytes, traced, number);
    }
}
