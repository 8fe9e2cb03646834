// Divergence of the student's softmax from the teacher's at a temperature, and cross-entropy of the label; the gradient of the student.
#pragma once

#include "../common.hpp"

struct DistillationLoss
{
    static constexpr float Temperature = 3, Alpha = 0.7f;

    template <int C>
    static float row(const float* __restrict x, const float* __restrict y, const float*, int32_t label, float* __restrict gx, float*, float*, float scale)
    {
        float student_maximum = x[0], teacher_maximum = y[0], sum = 0, student_sum = 0, teacher_sum = 0, product = 0;
        float student[C], teacher[C];
        for (int c = 1; c < C; c++)
        {
            student_maximum = greater(student_maximum, x[c]);
            teacher_maximum = greater(teacher_maximum, y[c]);
        }

        for (int c = 0; c < C; c++)
        {
            float of_student = (x[c] - student_maximum) / Temperature, of_teacher = (y[c] - teacher_maximum) / Temperature;
            gx[c] = std::exp(x[c] - student_maximum);
            student[c] = std::exp(of_student);
            teacher[c] = std::exp(of_teacher);
            sum += gx[c];
            student_sum += student[c];
            teacher_sum += teacher[c];
            product += teacher[c] * (of_teacher - of_student);
        }

        float divergence = product / teacher_sum - std::log(teacher_sum) + std::log(student_sum);
        float value = Alpha * Temperature * Temperature * divergence + (1 - Alpha) * (std::log(sum) + student_maximum - x[label]);
        float of_label = scale * (1 - Alpha), of_soft = scale * Alpha * Temperature;
        for (int c = 0; c < C; c++)
            gx[c] = of_label / sum * gx[c] + of_soft * (student[c] / student_sum - teacher[c] / teacher_sum);
        gx[label] -= of_label;
        return value;
    }

    template <int C, int S>
    static float neighbours(const float* __restrict x, const float* __restrict y, const float*, const int32_t* __restrict labels, float* __restrict gx, float*, float*, float scale)
    {
        static float student_maximum[S], teacher_maximum[S], sum[S], student_sum[S], teacher_sum[S], product[S];
        static float student[C * S], teacher[C * S];
        float value = 0, of_label = scale * (1 - Alpha), of_soft = scale * Alpha * Temperature;
        for (int b = 0; b < S; b++)
        {
            student_maximum[b] = x[b];
            teacher_maximum[b] = y[b];
            sum[b] = student_sum[b] = teacher_sum[b] = product[b] = 0;
        }

        for (int c = 1; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                student_maximum[b] = greater(student_maximum[b], x[c * S + b]);
                teacher_maximum[b] = greater(teacher_maximum[b], y[c * S + b]);
            }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
            {
                float difference = x[c * S + b] - student_maximum[b], exponential = std::exp(difference);
                float of_student = difference / Temperature, of_teacher = (y[c * S + b] - teacher_maximum[b]) / Temperature;
                float soft_student = std::exp(of_student), soft_teacher = std::exp(of_teacher);
                gx[c * S + b] = exponential;
                student[c * S + b] = soft_student;
                teacher[c * S + b] = soft_teacher;
                sum[b] += exponential;
                student_sum[b] += soft_student;
                teacher_sum[b] += soft_teacher;
                product[b] += soft_teacher * (of_teacher - of_student);
            }

        // From here on, the factors of the gradient.
        for (int b = 0; b < S; b++)
        {
            float divergence = product[b] / teacher_sum[b] - std::log(teacher_sum[b]) + std::log(student_sum[b]);
            float of_hard = std::log(sum[b]) + student_maximum[b] - x[labels[b] * S + b];
            value += Alpha * Temperature * Temperature * divergence + (1 - Alpha) * of_hard;
            sum[b] = of_label / sum[b];
            student_sum[b] = of_soft / student_sum[b];
            teacher_sum[b] = of_soft / teacher_sum[b];
        }

        for (int c = 0; c < C; c++)
            for (int b = 0; b < S; b++)
                gx[c * S + b] = sum[b] * gx[c * S + b] + student_sum[b] * student[c * S + b] - teacher_sum[b] * teacher[c * S + b];
        for (int b = 0; b < S; b++) gx[labels[b] * S + b] -= of_label;
        return value;
    }
};
