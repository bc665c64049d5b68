package drivetrain.states.engine;

import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import java.util.regex.Pattern;

/**
 * The identities of one account and region.
 *
 * @param region for instance {@code us-east-1}
 * @param account twelve digits
 */
record Arns(String region, String account) {

    /** No white space, brackets, wildcards, special or control characters. */
    private static final Pattern NAME = Pattern
            .compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

    /** Digits alone would be a version. */
    private static final Pattern ALIAS = Pattern.compile("(?![0-9]+$)[A-Za-z0-9_-]{1,80}");

    String stateMachine(String name) {
        return prefix() + "stateMachine:" + checked(name);
    }

    String activity(String name) {
        return prefix() + "activity:" + checked(name);
    }

    String execution(Machine machine, String name, String unique) {
        if (machine.type() == StateMachineType.EXPRESS) {
            return prefix() + "express:" + machine.name() + ":" + checked(name) + ":" + unique;
        }
        return prefix() + "execution:" + machine.name() + ":" + checked(name);
    }

    String mapRun(Machine machine, String label, String unique) {
        return prefix() + "mapRun:" + machine.name() + "/" + label + ":" + unique;
    }

    String childExecution(Machine machine, String label, String unique) {
        return prefix() + "execution:" + machine.name() + "/" + label + ":" + unique;
    }

    private String prefix() {
        return "arn:aws:states:" + region + ":" + account + ":";
    }

    static String checkedAlias(String alias) {
        if (!ALIAS.matcher(alias).matches()) {
            throw new StatesException(StatesException.Code.InvalidName,
                    "Invalid Name: '" + alias + "'");
        }
        return alias;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StatesException(StatesException.Code.InvalidName,
                    "Invalid Name: '" + name + "'");
        }
        return name;
    }
}
