// The losses in loops that g++ -Ofast vectorises, including exponentials and logarithms. The number of classes, the
// stride between classes, the pass and the weights are constants, as they are when LossGen compiles a declaration.
#pragma once

#include "along_axis.hpp"
#include "elementwise.hpp"
#include "multinomial.hpp"
#include "soft_labels.hpp"
#include "softmax.hpp"
