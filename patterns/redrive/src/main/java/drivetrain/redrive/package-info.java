/**
 * The way back for dead letters: a command for operators that gives each letter again to whom it
 * was meant for, once the cause is mended. It can be run again at any time: a letter is deleted only
 * after it was taken, and whoever takes one twice is idempotent.
 */
package drivetrain.redrive;
