/**
 * What must hold of the code and of the template as they are written, whatever the services do: the
 * walls between packages, the house style's rules, and that the template, the workflows, the sample
 * events and the classes name the same things. A new service needs no edit here.
 */
package drivetrain.architecture;
