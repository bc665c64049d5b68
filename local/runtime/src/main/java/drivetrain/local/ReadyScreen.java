package drivetrain.local;

import drivetrain.local.template.SamApplication;
import java.time.Duration;
import java.util.Locale;

/** What somebody sees who has just started the runtime: addresses, what runs, what to try. */
final class ReadyScreen {
    private ReadyScreen() {}

    static String of(LocalRuntime runtime, boolean samplesFollow, Duration taken) {
        SamApplication application = runtime.application();
        String samples = samplesFollow
                ? "The sample products follow; until they are in, lists are shorter."
                : "There are no sample products (--no-seed).";
        return String.format(Locale.ROOT, """

            Drivetrain is ready (%.1f s).

              API            %s
              its docs       %s/docs
              AWS endpoint   %s   (aws --endpoint-url …, AWS_ENDPOINT_URL)
              tokens         %s
              API keys       %s   (x-api-key, where one is wanted)
              payments       %s   (stands in for Stripe)
              carrier        %s   (stands in for EasyPost)

              %d functions, %d tables, %d queues, %d rules and schedules, %d workflows
              %s

            Try:

              curl '%s/products?type=SERVO&limit=3'

              TOKEN=%s
              STAFF=%s

              curl -i %s/orders -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: my-first-order' \\
                -H 'Content-Type: application/json' -d '{
                "lines": [{"sku": "SRV-2040-485", "quantity": 2}],
                "shipTo": {"name": "Ada Lovelace", "street1": "12 St James Square", "city": "London",
                           "postalCode": "SW1Y 4JH", "country": "GB"},
                "paymentMethod": "pm_card_visa"}'

              curl -i %s/stock/SRV-2040-485/receipts -H "Authorization: Bearer $STAFF" \\
                -H 'Content-Type: application/json' \\
                -d '{"receiptId": "my-first-receipt", "quantity": 5}'

            Ctrl-C stops it.
            """, taken.toMillis() / 1000.0, runtime.apiUrl(), runtime.apiUrl(),
                runtime.awsUrl(), runtime.tokenUrl(),
                String.join(", ", runtime.apiKeys()), runtime.standIns().payments().url(),
                runtime.standIns().carrier().url(), application.functions().size(),
                application.tables().size(), application.queues().size(),
                application.rules().size() + application.schedules().size(),
                application.workflows().size(), samples, runtime.apiUrl(),
                token(runtime, "alice", "customer"), token(runtime, "bob", "staff"),
                runtime.apiUrl(), runtime.apiUrl());
    }

    /** What is printed below when a debugger may come. */
    static String howToAttach(int port) {
        return String.format(Locale.ROOT, """

            A debugger attaches to port %d: run "Attach to ./start --debug" in IntelliJ IDEA or VS
            Code, or: jdb -attach 127.0.0.1:%d. While it holds a thread, no time passes here.
            """, port, port);
    }

    /** What a shell runs to get a token. */
    private static String token(LocalRuntime runtime, String user, String scope) {
        return "$(curl -s -d user=" + user + " -d scope=" + scope + " " + runtime.tokenUrl()
                + " | sed 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/')";
    }
}
