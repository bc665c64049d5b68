package drivetrain.catalog.domain;

/** How a component is told what to do. */
public enum FieldBus {
    PWM("PWM"), RS485("RS-485"), CAN("CAN"), ETHERCAT("EtherCAT");

    private final String label;

    FieldBus(String label) {
        this.label = label;
    }

    /** As people write it. */
    String label() {
        return label;
    }
}
