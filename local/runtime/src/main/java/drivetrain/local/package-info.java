/**
 * The whole SAM application in one JVM. {@link drivetrain.local.LocalRuntime} starts it from a
 * program or a test, {@link drivetrain.local.Main} from the command line. The packages below each
 * stand for one service of AWS and don't know this one.
 */
package drivetrain.local;
