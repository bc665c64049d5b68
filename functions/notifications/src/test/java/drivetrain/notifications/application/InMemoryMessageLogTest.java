package drivetrain.notifications.application;

/** The fake keeps its promise. */
class InMemoryMessageLogTest extends MessageLogContract {
    @Override
    protected MessageLog log() {
        return new InMemoryMessageLog();
    }
}
