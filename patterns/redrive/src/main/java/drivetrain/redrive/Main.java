package drivetrain.redrive;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code scripts/redrive}: gives dead letters again to whom they were meant for. */
public final class Main {
    private static final String USAGE = """
            Usage: scripts/redrive [--endpoint URL] QUEUE...

            Gives each letter of a dead-letter queue again to the function or queue that it was
            meant for, and deletes it once it was taken. Mend the cause first. It can be run again
            at any time: a letter that is taken twice changes nothing.

              QUEUE           a queue's name, such as drivetrain-OrdersDeadLetters
              --endpoint URL  another endpoint than AWS, such as the local runtime's

            Exit code 0 when every letter was taken, 1 when some are left.
            """;

    private Main() {}

    public static void main(String[] arguments) {
        var queues = new ArrayList<>(List.of(arguments));
        var endpoint = option(queues, "--endpoint").map(URI::create);
        if (queues.isEmpty() || queues.stream().anyMatch(name -> name.startsWith("-"))) {
            System.err.print(USAGE);
            System.exit(2);
        }
        var clients = Clients.of(endpoint);
        boolean allTaken = true;
        for (var queue : queues) {
            allTaken &= redrive(clients, queue);
        }
        System.exit(allTaken ? 0 : 1);
    }

    private static boolean redrive(Clients clients, String queue) {
        var url = clients.queues().getQueueUrl(request -> request.queueName(queue)).queueUrl();
        var report = new Redrive(clients).run(url);
        System.out.printf("%s: %d taken, %d left%n", queue, report.taken(),
                report.left().size());
        report.left().forEach(
                letter -> System.out.printf("  %s: %s%n", letter.messageId(), letter.reason()));
        return report.left().isEmpty();
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int place = arguments.indexOf(name);
        if (place < 0 || place + 1 == arguments.size()) {
            return Optional.empty();
        }
        arguments.remove(place);
        return Optional.of(arguments.remove(place));
    }
}
